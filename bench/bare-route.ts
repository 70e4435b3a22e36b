import { readFileSync } from 'node:fs'
import Koa from 'koa'

/** The floor under a REST answer: a Koa route that sends the same bytes, and nothing else. */
const [port = '', ...files] = process.argv.slice(2)
const bodies = files.map((file) => readFileSync(file))
const app = new Koa()
app.use((ctx) => {
  ctx.type = 'application/json'
  ctx.body = bodies[Number(ctx.path.slice(1))]
})
app.listen(Number(port), '127.0.0.1')
