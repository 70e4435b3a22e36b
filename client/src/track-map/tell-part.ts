import { formatTime } from '#core/domain/time.ts'
import { listed } from '#core/domain/wording.ts'
import type { MapPart, PerPart } from './map-part.ts'
import type { TrackMapProps } from './track-map-props.ts'

/** "Section 2 to mid loop, Turns 5–7: 0.424 s off the quick quarter." */
export function tellPart(
  part: MapPart,
  props: Pick<TrackMapProps, 'parts' | 'gaps' | 'against' | 'tell' | 'plain'>,
): string {
  const { parts, gaps, against, tell, plain } = props
  const above = parts
    .flatMap((each) => [each, ...each.parts])
    .find((one) => one.parts.includes(part))
  const isSub = /[ab]$/.test(part.id)
  const name = isSub && above !== undefined ? `${above.name} ${part.name}` : part.name
  const where = part.cornerRange === undefined ? name : `${name}, ${part.cornerRange}`
  if (plain !== undefined) return `${where}: ${plain.tell(part)}`
  const gapMs = gaps[part.id]
  const gap =
    gapMs === undefined
      ? (eachOf(part, gaps, against) ?? `no gap to ${against} known`)
      : gapInWords(gapMs, against)
  return [`${where}: ${gap}`, tell?.(part.id)].filter((text) => text !== undefined).join(' · ')
}

/** Sections taken together have no pace (D12), and so no gap to one: those of both by themselves. */
function eachOf({ id, parts }: MapPart, gaps: PerPart<number>, against: string) {
  if (id.length < 4) return undefined
  const told = parts.flatMap((part) => {
    const gapMs = gaps[part.id]
    return gapMs === undefined ? [] : [`${part.name} ${gapInWords(gapMs, against)}`]
  })
  return told.length === parts.length ? listed(told) : undefined
}

/** In a sentence the direction is a word, not a sign. */
function gapInWords(gapMs: number, against: string): string {
  const text = formatTime(Math.abs(gapMs))
  if (text === '0.000') return `level with ${against}`
  return `${text} s ${gapMs < 0 ? 'ahead of' : 'off'} ${against}`
}
