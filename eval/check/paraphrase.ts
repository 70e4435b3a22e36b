import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * Ways to say facts. In a text `{gap}` is a fact, `{section}` the section that the facts are of, and `{off|ahead of}`
 * what is true where the fact called by `way` is above zero, and where it is below.
 */
export const Paraphrase = z.strictObject({
  /** What is said. */
  of: z.string().min(1),
  /** Fields of the car's document by name, else whole ids; {section} and {race} stand for those. */
  facts: z.record(z.string(), z.string()),
  way: z.string().exactOptional(),
  /** The field that says of which section this is true; else it is of each. */
  section: z.string().exactOptional(),
  /** Facts that have to be above zero. */
  above: z.array(z.string()).exactOptional(),
  texts: z.array(z.string()).nonempty(),
})
export type Paraphrase = z.infer<typeof Paraphrase>

/** The paraphrases of a folder by their files. */
export async function readParaphrases(
  folder: string,
): Promise<ReadonlyMap<string, readonly Paraphrase[]>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const read = files.map(async (file) => {
    const all = z
      .array(Paraphrase)
      .safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')))
    if (!all.success) throw new Error(`${file} is broken:\n${z.prettifyError(all.error)}`)
    return [file.replace(/\.json$/, ''), all.data] as const
  })
  return new Map(await Promise.all(read))
}
