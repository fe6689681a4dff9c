import { PreferencesButton } from 'assent'
import type { ReactNode } from 'react'

/** A page as it is written with Bootstrap. */
export function BootstrapPage(): ReactNode {
  return (
    <div className="bg-body text-body min-vh-100">
      <nav className="navbar bg-dark navbar-dark px-3">
        <span className="navbar-brand mb-0 h1">City library</span>
      </nav>
      <main className="container py-5">
        <h1 className="display-6">Every book, a bus ride away</h1>
        <p className="lead">Order today, and collect it tomorrow at the branch that is nearest to you.</p>
        <button type="button" className="btn btn-primary btn-lg">
          Find a book
        </button>
        <div className="row mt-5 g-3">
          {['New this week', 'For children', 'Audio books'].map((name) => (
            <div key={name} className="col-md-4">
              <section className="card">
                <div className="card-body">
                  <h2 className="card-title h5">{name}</h2>
                  <p className="card-text">Chosen by the people at the desk.</p>
                </div>
              </section>
            </div>
          ))}
        </div>
      </main>
      <footer className="container d-flex justify-content-between align-items-center border-top py-3">
        <span>Open until 20:00</span>
        <PreferencesButton />
      </footer>
    </div>
  )
}
