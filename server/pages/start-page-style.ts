import type { Middleware } from 'koa'

const style = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem; }
h1 { margin: 0; }
ul { padding-left: 1.2rem; }
.invented { border: 1px solid; border-radius: 0.25rem; display: inline-block; padding: 0 0.5rem; }
`

export const startPageStyle: Middleware = (ctx) => {
  ctx.set('Cache-Control', 'no-cache')
  ctx.type = 'css'
  ctx.body = style
}
