import { type DrawnPage, pageStartId } from '#core/protocol/drawn-page.ts'
import { escapeHtml } from './html.ts'
import { withScriptsAfterPaint } from './scripts-after-paint.ts'

/** Where the build of the client left room for the nonce of an answer: client/vite.config.ts. */
const noncePlace = '__CSP_NONCE__'
/** What stands in client/index.html until something is drawn. */
const loading = '<div id="loading">KaizenLap</div>'

export type PageParts = {
  /** index.html as it was built. */
  readonly template: string
  readonly nonce: string
  /** What a browser should fetch at once. */
  readonly links: string
  readonly drawn?: DrawnPage | undefined
}

/** The page as it is sent: with the nonce, the links, and its first view where that is drawn. */
export function composePage({ template, nonce, links, drawn }: PageParts): string {
  const page = template.replaceAll(noncePlace, nonce)
  if (drawn === undefined) return page.replace('</head>', () => `${links}</head>`)
  const styles = drawn.styles.map(
    ({ name, css }) =>
      `<style nonce="${nonce}" data-emotion="${escapeHtml(name)}">${css.replaceAll('</', '<\\/')}</style>`,
  )
  // In a script element only '<' could end it, or begin a comment.
  const start = JSON.stringify(drawn.start).replaceAll('<', '\\u003c')
  return withScriptsAfterPaint(
    page.replace('</head>', () => `${links}</head>`),
    nonce,
  )
    .replace('</head>', () => `${styles.join('')}</head>`)
    .replace(loading, () => drawn.html)
    .replace(
      '</body>',
      () => `<script type="application/json" id="${pageStartId}">${start}</script></body>`,
    )
}
