/**
 * What one person may change at will is left out: of an IPv6 address the first 64 bits count, which is what a
 * household gets. '::ffff:10.0.0.1' is 10.0.0.1.
 */
export function addressKey(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = groupsOf(head)
  const behind = groupsOf(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - behind.length) }, () => '0')
  return `${[...before, ...zeros, ...behind].slice(0, 4).join(':')}::/64`
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
}
