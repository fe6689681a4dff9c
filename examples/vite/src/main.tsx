import './index.css'
import { ConsentProvider } from 'assent'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { consent } from './consent'
import { Site } from './site'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConsentProvider consent={consent}>
        <Site />
      </ConsentProvider>
    </StrictMode>,
  )
