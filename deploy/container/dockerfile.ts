/** What our Dockerfile is made of; anything else is refused, so that nothing is skipped unseen. */
export type Instruction =
  | { readonly type: 'workdir'; readonly path: string }
  | {
      readonly type: 'copy'
      /** The stage copied from; absent: the build's own files. */
      readonly from?: string
      readonly sources: readonly string[]
      readonly target: string
    }
  | { readonly type: 'run'; readonly command: string }
  | { readonly type: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly type: 'user'; readonly name: string }
  | { readonly type: 'expose'; readonly port: string }
  | { readonly type: 'cmd'; readonly args: readonly string[] }

export type Stage = {
  readonly name: string
  readonly image: string
  readonly instructions: readonly Instruction[]
}

/** The file says something that cannot be run here. */
export class UnknownInstruction extends Error {
  override name = 'UnknownInstruction'
}

export function parseDockerfile(text: string): readonly Stage[] {
  const stages: { name: string; image: string; instructions: Instruction[] }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, word = '', rest = ''] = /^([A-Z]+) +(.*[^\\ ]) *$/.exec(line) ?? []
    if (word === 'FROM') {
      const [image = '', , name = String(stages.length)] = rest.split(/ +/)
      stages.push({ name, image, instructions: [] })
      continue
    }
    const instruction = parseInstruction(word, rest)
    if (instruction === undefined || stages.length === 0)
      throw new UnknownInstruction(`Dockerfile:${index + 1} is not known here: ${line}`)
    stages.at(-1)?.instructions.push(instruction)
  }
  return stages
}

function parseInstruction(word: string, rest: string): Instruction | undefined {
  switch (word) {
    case 'WORKDIR':
      return { type: 'workdir', path: rest }
    case 'COPY':
      return parseCopy(rest.split(/ +/))
    case 'RUN':
      return rest.startsWith('[') || rest.startsWith('-')
        ? undefined
        : { type: 'run', command: rest }
    case 'ENV':
      return parseEnv(rest)
    case 'USER':
      return { type: 'user', name: rest }
    case 'EXPOSE':
      return { type: 'expose', port: rest }
    case 'CMD':
      return parseCmd(rest)
    default:
      return undefined
  }
}

function parseCopy(words: readonly string[]): Instruction | undefined {
  const flags = words.filter((word) => word.startsWith('--'))
  const [, from] = /^--from=(.+)$/.exec(flags[0] ?? '') ?? []
  if (flags.length > (from === undefined ? 0 : 1)) return undefined
  const paths = words.slice(flags.length)
  const target = paths.at(-1)
  if (target === undefined || paths.length < 2) return undefined
  const copy = { type: 'copy', sources: paths.slice(0, -1), target } as const
  return from === undefined ? copy : { ...copy, from }
}

function parseEnv(rest: string): Instruction | undefined {
  const pairs = rest.split(/ +/).map((pair) => /^([A-Z_]+)=([^"'$\s]*)$/.exec(pair))
  if (pairs.includes(null)) return undefined
  const values = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']))
  return { type: 'env', values }
}

/** Only the form without a shell: with one, Node would not be process 1. */
function parseCmd(rest: string): Instruction | undefined {
  const words = /^\[("[^"\\]*"(?:, *"[^"\\]*")*)\]$/.exec(rest)?.[1]
  if (words === undefined) return undefined
  return { type: 'cmd', args: Array.from(words.matchAll(/"([^"]*)"/g), ([, word = '']) => word) }
}
