import type { Progress } from '#core/protocol/rest/health-answer.ts'
import { escapeHtml } from './html.ts'

/** Stands where the dashboard will be, until it is built; it asks again by itself. */
export function preparingPage(progress: Progress | undefined): string {
  const text = progress?.text ?? 'Build it with: npm run build'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>KaizenLap</title>
</head>
<body>
<h1>KaizenLap</h1>
<p>The dashboard is being prepared. ${escapeHtml(text)}</p>
<p><a href="/api/openapi.json">API</a> · <a href="/api/races">Races</a> · <a href="/health">Health</a></p>
</body>
</html>
`
}
