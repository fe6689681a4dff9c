import { readSnapshot } from 'assent'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.js'
import { guardFor } from './happening/guard.js'
import { createLog } from './happening/log.js'
import { optionsOf } from './trying/options.js'
import { wordsOf } from './trying/trying.js'
import './styles/index.css'

const root = document.getElementById('root')
const options = optionsOf(location.search)
const log = createLog()
guardFor(options, log)
const words = await wordsOf(options)
if (root)
  hydrateRoot(
    root,
    <App
      path={location.pathname}
      options={options}
      isOpen={new URLSearchParams(location.search).has('try')}
      words={words}
      // /static has no snapshot: it was rendered for everyone.
      snapshot={readSnapshot()}
      log={log}
    />,
  )
