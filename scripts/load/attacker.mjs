// Sends hostile requests at a fixed rate, in a process of its own, so that it does not delay the visitors who are measured.
/* global clearInterval, setInterval */
import { connect } from 'node:net'
import { attacks, unfinished } from './hostile.mjs'

const port = Number(process.argv[2])
const PER_SECOND = Number(process.argv[3])
const MAX_OPEN = 200
/** @type {Set<import('node:net').Socket>} */
const sockets = new Set()
/** @type {Record<string, number>} */
const statuses = {}
let sent = 0

/** @type {(text: string, more?: string) => void} */
function send(text, more) {
  if (sockets.size >= MAX_OPEN) return
  const n = sent++
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  sockets.add(socket)
  const timer = more ? setInterval(() => socket.write(more), 50) : undefined
  if (!more && n % 10 === 9) setTimeout(() => socket.resetAndDestroy(), 2) // a visitor who leaves in the middle
  socket.once('data', (data) => {
    const status = /^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1] ?? 'none'
    statuses[status] = (statuses[status] ?? 0) + 1
    if (!more && !text.includes('Content-Length: 9000000')) socket.end()
  })
  socket
    .on('error', () => {})
    .on('close', () => {
      clearInterval(timer)
      sockets.delete(socket)
    })
}

let isOn = false
let due = 0
setInterval(() => {
  if (!isOn) return
  for (due += PER_SECOND / 100; due >= 1; due--)
    if (sent % 20 === 19) send(...(unfinished[Math.floor(sent / 20) % unfinished.length] ?? ['']))
    else send(attacks[sent % attacks.length] ?? '')
}, 10)
process.on('message', (on) => {
  isOn = on === true
  if (!isOn) for (const socket of sockets) socket.destroy()
  process.send?.({ sent, statuses })
})
process.on('disconnect', () => process.exit())
