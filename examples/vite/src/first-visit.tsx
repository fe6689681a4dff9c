import { ConsentGate, useCookie } from 'assent'
import { useEffect } from 'react'
import { firstVisit } from './consent'

export function FirstVisit() {
  return (
    <ConsentGate category="analytics" fallback={<p>We do not keep when you first came.</p>}>
      <Kept />
    </ConsentGate>
  )
}

function Kept() {
  const [day, setDay] = useCookie(firstVisit)
  useEffect(() => {
    if (day === undefined) setDay(new Date().toISOString().slice(0, 10))
  }, [day, setDay])
  return <p>You first came on {day ?? 'this day'}.</p>
}
