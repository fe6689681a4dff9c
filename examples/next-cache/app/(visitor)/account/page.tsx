import { FirstVisit } from '../../first-visit'

export default function AccountPage() {
  return (
    <main>
      <h1>Account</h1>
      <FirstVisit />
    </main>
  )
}
