import { withoutZip, type Found, type StoredFile } from './stored-file.ts'

/** Files, and beside them those of the zips that lie among them, which `find` opens. */
export async function withZips<Zip>(
  { files, problems }: Pick<Found, 'files' | 'problems'>,
  zips: ReadonlyMap<string, Zip>,
  find: (path: string, zip: Zip, prefix: string) => Promise<Found>,
): Promise<Found> {
  const homes = homesOf(zips.keys(), files)
  const inner = await Promise.all(
    Array.from(zips, async ([path, zip]) => await find(path, zip, `${homes.get(path) ?? path}/`)),
  )
  return {
    files: [...files, ...inner.flatMap((each) => each.files)],
    problems: [...problems, ...inner.flatMap((each) => each.problems)],
    close: () => {
      for (const each of inner) each.close()
    },
  }
}

/** Under what each zip's files are listed: its name without '.zip', unless something else is there. */
function homesOf(zips: Iterable<string>, files: readonly StoredFile[]): Map<string, string> {
  const taken = new Set(files.flatMap(({ path }) => foldersAbove(path)))
  const homes = new Map<string, string>()
  for (const zip of [...zips].toSorted()) {
    const home = taken.has(withoutZip(zip)) ? zip : withoutZip(zip)
    taken.add(home)
    homes.set(zip, home)
  }
  return homes
}

/** 'a/b/c.csv' → 'a', 'a/b'. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
