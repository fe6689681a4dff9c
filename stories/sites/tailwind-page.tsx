import { PreferencesButton } from 'assent'
import type { ReactNode } from 'react'

/** A page as it is written with Tailwind: what it uses is in the style sheets of both versions. */
export function TailwindPage(): ReactNode {
  return (
    <div className="min-h-screen bg-white text-slate-700">
      <header className="border-b border-slate-200">
        <div className="mx-auto flex max-w-5xl items-center justify-between p-4">
          <span className="text-lg font-semibold text-slate-900">Northwind</span>
          <nav className="flex gap-6 text-sm">
            <a className="text-indigo-700 hover:underline" href="#product">
              Product
            </a>
            <a className="text-indigo-700 hover:underline" href="#prices">
              Prices
            </a>
          </nav>
        </div>
      </header>
      <main className="mx-auto max-w-5xl p-4">
        <h1 className="mt-10 text-3xl font-bold text-slate-900">Invoices that send themselves</h1>
        <p className="mt-4 max-w-xl leading-7">Write the work down once. Northwind makes the invoice and sends it.</p>
        <button type="button" className="mt-6 rounded-lg bg-indigo-700 px-5 py-3 font-medium text-white">
          Try it for a month
        </button>
        <div className="mt-10 grid gap-4 md:grid-cols-3">
          {['Write', 'Check', 'Send'].map((step) => (
            <section key={step} className="rounded-xl border border-slate-200 p-5 shadow-sm">
              <h2 className="font-semibold text-slate-900">{step}</h2>
              <p className="mt-2 text-sm leading-6">In a minute, from any device, in your own words.</p>
            </section>
          ))}
        </div>
      </main>
      <footer className="mx-auto mt-10 flex max-w-5xl items-center justify-between p-4 text-sm">
        <span>Northwind Ltd.</span>
        <PreferencesButton />
      </footer>
    </div>
  )
}
