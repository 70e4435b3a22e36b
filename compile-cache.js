import { enableCompileCache } from 'node:module'

// Preloaded by the npm scripts: what was stripped and compiled once is read from Node's cache next time.
enableCompileCache()
