import { sectionName } from './fact-text.ts'
import type { Lap } from './lap.ts'
import { layoutOf, type Layout } from './layout.ts'
import { lapRefs, type QualityNote } from './quality-note.ts'
import { sectionIds, subSectionsOf, type SectionId, type SubSectionId } from './quantity.ts'
import { counted, lapsNamed, listed } from './wording.ts'

/** Notes on sections and sub-sections that have no time. */
export function sectionQuality(laps: readonly Lap[]): readonly QualityNote[] {
  const layout = layoutOf(laps)
  return [
    ...missingSections(laps),
    ...sectionsTogether(layout),
    ...untimedSubSections(layout),
    ...missingSubSections(laps, layout),
  ]
}

/** One note for each set of sections that laps lack: each tells of another loop. */
function missingSections(laps: readonly Lap[]): readonly QualityNote[] {
  const incomplete = laps.filter((lap) => missingOf(lap).length > 0)
  const byLoop = Map.groupBy(incomplete, (lap) => missingOf(lap).join(' '))
  return [...byLoop.values()].map((same) => {
    const missing = sectionIds.filter((id) => same[0]?.timeMs[id] === undefined)
    const rest = sectionIds.filter((id) => !missing.includes(id))
    const has = same.length === 1 ? 'has' : 'have'
    const counts = same.length === 1 ? 'It counts' : 'They count'
    return {
      code: 'sections-missing',
      text:
        `${counted(same.length, 'lap')} of ${laps.length} ${has} no time for ${names(missing)} ` +
        `(${lapsNamed(same.map(({ lapNumber }) => lapNumber))}): ${loopOf(missing)}. ` +
        `${counts} for ${listed(['the lap time', ...rest.map(sectionName)])} only.`,
      count: same.length,
      laps: lapRefs(same),
    }
  })
}

function sectionsTogether({ parts }: Layout): readonly QualityNote[] {
  return parts
    .filter((part) => part.length > 1)
    .map((part) => ({
      code: 'sections-together',
      text:
        `${names(part)} are also taken together in this race: the loop between them missed one lap in ` +
        `twenty or more, but what they took together is known. The sum of the best sections can be ` +
        `slower than a lap really driven; the joint composite cannot.`,
    }))
}

function untimedSubSections({ subSections }: Layout): readonly QualityNote[] {
  const untimed = sectionIds.filter((section) => !hasHalves(section, subSections))
  if (untimed.length === 0) return []
  const which = untimed.length === sectionIds.length ? 'the sections' : names(untimed)
  return [
    {
      code: 'sub-sections-not-timed',
      text: `The halves of ${which} are not timed in this race: only whole sections can be compared.`,
    },
  ]
}

/** Halves that laps lack although their section is there. */
function missingSubSections(laps: readonly Lap[], { subSections }: Layout): readonly QualityNote[] {
  const missing = sectionIds
    .filter((section) => hasHalves(section, subSections))
    .map((section) => ({ section, laps: laps.filter((lap) => lacksHalf(lap, section)) }))
    .filter((one) => one.laps.length > 0)
  if (missing.length === 0) return []
  const affected = laps.filter((lap) => missing.some((one) => one.laps.includes(lap)))
  const each = missing.map(
    (one) => `${sectionName(one.section)} on ${counted(one.laps.length, 'lap')}`,
  )
  return [
    {
      code: 'sub-sections-missing',
      text:
        `The mid loop missed cars whose section was timed: ${listed(each)} of ${laps.length}. ` +
        `Figures of these halves leave those laps out.`,
      count: affected.length,
      laps: lapRefs(affected),
    },
  ]
}

function hasHalves(section: SectionId, timed: readonly SubSectionId[]): boolean {
  return subSectionsOf[section].every((id) => timed.includes(id))
}

function lacksHalf({ timeMs }: Lap, section: SectionId): boolean {
  const isHalfMissing = subSectionsOf[section].some((id) => timeMs[id] === undefined)
  return timeMs[section] !== undefined && isHalfMissing
}

function missingOf({ timeMs }: Lap): readonly SectionId[] {
  return sectionIds.filter((id) => timeMs[id] === undefined)
}

function loopOf(missing: readonly SectionId[]): string {
  const has = (...sections: SectionId[]) => sections.every((section) => missing.includes(section))
  if (has('s1', 's2', 's3')) return 'both loops between the sections missed the car'
  if (has('s1', 's2')) return 'the loop between Section 1 and Section 2 missed the car'
  if (has('s2', 's3')) return 'the loop between Section 2 and Section 3 missed the car'
  return 'the sheet leaves them blank'
}

function names(sections: readonly SectionId[]): string {
  return listed(sections.map(sectionName))
}
