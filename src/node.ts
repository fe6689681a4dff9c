export {
  consentMiddleware,
  type ConsentMiddleware,
  type ConsentMiddlewareOptions,
} from './adapters/node/consent-middleware.js'
export { requestOf } from './adapters/node/request-of.js'
export { sendResponse } from './adapters/node/send-response.js'
export { consentOf, cookiesOf } from './adapters/node/visits.js'
