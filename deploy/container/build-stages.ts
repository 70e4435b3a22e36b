import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Instruction, Stage } from './dockerfile.ts'

export type BuildOptions = {
  /** What the build is given. */
  readonly context: string
  readonly isTaken: (path: string) => boolean
  /** An empty folder; each stage gets one of its own in it. */
  readonly scratch: string
  /** Where Node 26 and npm are found, as in the base image. */
  readonly environment: Readonly<Record<string, string>>
  readonly say: (line: string) => void
}

/** What the last stage would start. */
export type Built = {
  readonly root: string
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly user: string
  readonly command: readonly string[]
}

type Building = { folder: string; user: string; command: readonly string[] } & {
  readonly root: string
  readonly environment: Record<string, string>
}

/** Does what the stages say, in folders instead of images: paths of the image are paths below `root`. */
export async function buildStages(stages: readonly Stage[], options: BuildOptions): Promise<Built> {
  const roots = new Map<string, string>()
  let last: Building | undefined
  for (const { name, instructions } of stages) {
    const root = join(options.scratch, name)
    await mkdir(root, { mode: 0o755 })
    roots.set(name, root)
    last = { root, folder: root, environment: {}, user: 'root', command: [] }
    for (const instruction of instructions) await perform(instruction, last, roots, options)
  }
  if (last === undefined) throw new Error('The Dockerfile has no stage.')
  return last
}

async function perform(
  instruction: Instruction,
  at: Building,
  roots: ReadonlyMap<string, string>,
  options: BuildOptions,
): Promise<void> {
  switch (instruction.type) {
    case 'workdir':
      at.folder = join(at.root, instruction.path)
      await mkdir(at.folder, { recursive: true, mode: 0o755 })
      return
    case 'env':
      Object.assign(at.environment, instruction.values)
      return
    case 'user':
      at.user = instruction.name
      return
    case 'expose':
      return
    case 'cmd':
      at.command = instruction.args
      return
    case 'copy':
      for (const source of instruction.sources) await copy(instruction, source, at, roots, options)
      return
    case 'run':
      options.say(`RUN ${instruction.command}`)
      await runStep(instruction.command, at, options)
  }
}

/** Of a folder its content is copied, as Docker does. */
async function copy(
  { from, target }: Extract<Instruction, { type: 'copy' }>,
  source: string,
  { folder }: Building,
  roots: ReadonlyMap<string, string>,
  { context, isTaken }: BuildOptions,
): Promise<void> {
  const home = from === undefined ? context : roots.get(from)
  if (home === undefined) throw new Error(`There is no stage '${from}'.`)
  const path = join(home, source)
  const isFolder = (await stat(path)).isDirectory()
  const to = target.endsWith('/') && !isFolder ? join(target, basename(source)) : target
  await cp(path, join(folder, to), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => from !== undefined || file === path || isTaken(relative(context, file)),
  })
}

async function runStep(command: string, at: Building, { environment }: BuildOptions) {
  const step = spawn('/bin/sh', ['-ec', command], {
    cwd: at.folder,
    env: { ...environment, ...at.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  step.stderr.on('data', (bytes) => {
    complaints += String(bytes)
  })
  const [code] = await once(step, 'close')
  if (code !== 0) throw new Error(`RUN ${command} ended with ${String(code)}:\n${complaints}`)
}
