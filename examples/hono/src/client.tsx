import { readSnapshot } from 'assent'
import { hydrateRoot } from 'react-dom/client'
import { Site } from './site'

const root = document.getElementById('root')
if (root) hydrateRoot(root, <Site snapshot={readSnapshot()} name={root.dataset.name ?? ''} />)
