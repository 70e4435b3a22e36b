import { matchesGlob } from 'node:path'

/** To Docker a leading dot is a letter like any other, to Node's patterns it hides the file. */
const withoutDots = (path: string) => path.replaceAll(/(^|\/)\./g, '$1dot-')

/** Whether a path goes to the build; of the lines that match it or a folder of it, the last one counts. */
export function parseDockerIgnore(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isTaken: line.startsWith('!'), glob: withoutDots(line.replace(/^!/, '')) }))
  return (path) => {
    const parts = withoutDots(path).split('/')
    const folders = parts.map((_part, index) => parts.slice(0, index + 1).join('/'))
    const rule = rules.findLast(({ glob }) => folders.some((folder) => matchesGlob(folder, glob)))
    return rule?.isTaken ?? true
  }
}
