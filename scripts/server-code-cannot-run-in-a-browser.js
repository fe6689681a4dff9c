// Bundlers for browsers get this file instead of 'assent/server', which works with secrets. The import below exists
// nowhere, so the bundle fails and the message names the mistake. Move the import into a route handler, a loader, a
// server component or a middleware; code for both sides imports 'assent/core'.
import './assent-server-holds-secrets-and-cannot-run-in-a-browser--import-it-in-server-code-only'
