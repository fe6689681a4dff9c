export { createMemoryJar, type MemoryJarOptions } from './core/cookies/memory-jar.js'
export { ConsentTestingProvider, type ConsentTestingProviderProps } from './testing/consent-testing-provider.js'
export { grant } from './testing/grant.js'
