import type { DrawnPage } from '#core/protocol/drawn-page.ts'

type Drawn = Pick<DrawnPage, 'html' | 'styles'>

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

/**
 * Markup whose style attributes have become rules of a style element: the page's policy lets elements with its
 * nonce be, and no attributes. In text React escapes quotes, so that what looks like an attribute is one.
 */
export function withRulesFor(html: string, styles: Drawn['styles']): Drawn {
  const rules: string[] = []
  const ruled = html.replaceAll(/ style="([^"]*)"/g, (_, text: string) => {
    const declarations = text.replaceAll(
      /&(?:quot|#x27|lt|gt|amp);/g,
      (one) => entities[one] ?? one,
    )
    let at = rules.indexOf(declarations)
    if (at === -1) at = rules.push(declarations) - 1
    return ` data-drawn="${at}"`
  })
  if (rules.length === 0) return { html, styles }
  // Four times, so that it wins over the rules of classes, as the attribute did.
  const css = rules
    .map((declarations, at) => `${`[data-drawn="${at}"]`.repeat(4)}{${declarations}}`)
    .join('')
  return { html: ruled, styles: [...styles, { name: 'drawn', css }] }
}
