import './theme/inter.css'

/** Lets the page answer before the next piece: evaluated at one go, all of it would hold up a phone. */
const breath = () => new Promise((resolve) => setTimeout(resolve))

await import('react-dom/client')
await breath()
await import('@mui/material/styles')
await breath()
await import('./begin.tsx')
