import type { Page } from 'playwright-core'

/** A thing as a screen reader meets it. */
export type Heard = {
  readonly role: string
  readonly name: string
  readonly children: readonly Heard[]
}

/** What is only there to lay things out, or is letters of what holds it. */
const unheard = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak'])

/** The page as Chromium tells it to a screen reader, in the order of reading. */
export async function heardOn(page: Page): Promise<readonly Heard[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const heard = (id: string): readonly Heard[] => {
    const node = byId.get(id)
    if (node === undefined) return []
    const children = (node.childIds ?? []).flatMap(heard)
    const role = String(node.role?.value)
    if (node.ignored || unheard.has(role)) return children
    return [{ role, name: String(node.name?.value ?? '').trim(), children }]
  }
  return nodes[0] === undefined ? [] : heard(nodes[0].nodeId)
}

/** All of them, each before what is in it. */
export function flat(heard: readonly Heard[]): readonly Heard[] {
  return heard.flatMap((one) => [one, ...flat(one.children)])
}
