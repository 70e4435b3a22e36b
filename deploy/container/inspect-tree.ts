import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
})

/** Packages that are there though only developers need them. */
export function developmentPackages(lockFile: string, folder: string): readonly string[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(lockFile, 'utf8')))
  return Object.entries(packages)
    .filter(([path, { dev }]) => dev === true && existsSync(join(folder, path)))
    .map(([path]) => path)
}

/** Every file of a folder and below. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  )
}

export function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + lstatSync(file).size, 0)
}
