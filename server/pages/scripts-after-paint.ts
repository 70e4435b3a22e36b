/** As Vite and preloads.ts write them. */
const codeTag =
  /\s*<(script type="module"|link rel="modulepreload")[^>]*? (?:src|href)="([^"]+)"[^>]*>(?:<\/script>)?/g

/**
 * A drawn page whose code is asked for once it is on the screen: until then what it is shown with has the network
 * and the processor for itself. A timer in an animation frame runs after that frame is painted.
 */
export function withScriptsAfterPaint(page: string, nonce: string): string {
  const tags = [...page.matchAll(codeTag)].map(([, kind = '', url = '']) => ({ kind, url }))
  const urlsOf = (name: string) =>
    tags.filter(({ kind }) => kind.startsWith(name)).map(({ url }) => url)
  const code = `requestAnimationFrame(()=>setTimeout(()=>{
const add=(tag,name,url,more)=>document.head.append(Object.assign(document.createElement(tag),{crossOrigin:'',[name]:url},more))
for(const url of ${listOf(urlsOf('link'))})add('link','href',url,{rel:'modulepreload'})
for(const url of ${listOf(urlsOf('script'))})add('script','src',url,{type:'module'})
}))`
  const script = `<script nonce="${nonce}">${code}</script></head>`
  return page.replaceAll(codeTag, '').replace('</head>', () => script)
}

/** In a script element only '<' could end it, or begin a comment. */
function listOf(urls: readonly string[]): string {
  return JSON.stringify(urls).replaceAll('<', '\\u003c')
}
