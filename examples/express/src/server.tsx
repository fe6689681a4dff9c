import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { snapshotOf } from 'assent/core'
import { consentMiddleware, cookiesOf, requestOf } from 'assent/node'
import express, { type Request as Incoming, type Response as Outgoing } from 'express'
import { renderToStaticMarkup } from 'react-dom/server'
import { consent, firstVisit, theme, visitor } from './consent'
import { Page } from './page'

const secret = process.env.COOKIE_SECRET
const styles = path.dirname(fileURLToPath(import.meta.resolve('assent/styles.css')))
const today = () => new Date().toISOString().slice(0, 10)

const app = express()
app.use(express.static('public'))
app.get('/assent.css', (_, res) => res.sendFile('styles.css', { root: styles }))

// Answers /consent; what is set by cookiesOf(req) goes with every reply, as consent permits.
app.use(consentMiddleware({ consent, secret }))

app.get('/', (req, res) => {
  const cookies = cookiesOf(req)
  // Refused, and not set, where the visitor does not allow it.
  if (cookies.get(firstVisit) === undefined) cookies.set(firstVisit, today())
  const props = {
    snapshot: snapshotOf(requestOf(req).headers, consent),
    name: cookies.get(visitor),
    day: cookies.get(firstVisit),
  }
  res.set({ 'Cache-Control': 'private', Vary: 'Cookie' })
  res.send(`<!doctype html>${renderToStaticMarkup(<Page {...props} />)}`)
})

/** Forms of this site only: a browser says from where one was sent. */
const form = [
  (req: Incoming, res: Outgoing, next: () => void) => {
    if (req.get('Sec-Fetch-Site') === 'same-origin') next()
    else res.sendStatus(403)
  },
  express.urlencoded({ limit: '1kb' }),
]

app.post('/theme', form, (req: Incoming, res: Outgoing) => {
  cookiesOf(req).set(theme, theme.decode(req.body?.theme))
  res.redirect(303, '/')
})

app.post('/visitor', form, (req: Incoming, res: Outgoing) => {
  const name: unknown = req.body?.name
  if (typeof name === 'string' && name.length <= 40) cookiesOf(req).set(visitor, name)
  res.redirect(303, '/')
})

app.listen(Number(process.env.PORT ?? 3000), () => console.log(`http://localhost:${process.env.PORT ?? 3000}`))
