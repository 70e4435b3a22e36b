const numbered = /(?:^|\s)(?:\d{1,2}[.)]|\(\d{1,2}\)|[a-h]\))\s+/g
const bullet = /^\s*(?:[-–—•*·>]+|\d{1,2}[.)]|\(\d{1,2}\)|[a-h]\))\s+/

/** "1) best lap 2) ideal lap", or a line each: the wishes of a list as questions one after the other. */
export function unlisted(text: string): string {
  const lines = text
    .split(/\n+/)
    .map((line) => line.replace(bullet, '').trim())
    .filter((line) => line !== '')
  const whole = lines
    .map((line, index) => {
      const isEnded = /[.?!;:,…]$/.test(line) || index === lines.length - 1
      return isEnded ? line : `${line};`
    })
    .join(' ')
  const isNumbered = /^\s*(?:1[.)]|\(1\)|a\))\s+.*\s(?:2[.)]|\(2\)|b\))\s/s.test(text)
  return isNumbered && lines.length === 1
    ? text.replaceAll(numbered, '; ').replace(/^; /, '')
    : whole
}
