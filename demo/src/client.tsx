import { readSnapshot } from 'assent'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.js'
import './styles/index.css'

const root = document.getElementById('root')
// /static has no snapshot: it was rendered for everyone.
if (root) hydrateRoot(root, <App path={location.pathname} snapshot={readSnapshot()} />)
