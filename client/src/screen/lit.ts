import type { Spot } from './spotlight.tsx'

/**
 * Whether the spotlight falls on a part of the view, or on a number in the chat: both speak of the same lap or
 * section, and differ in nothing that both of them name.
 */
export function isLit(part: Spot | undefined, spot: Spot | undefined): boolean {
  if (part === undefined || spot === undefined) return false
  const both = (name: keyof Spot) => part[name] !== undefined && spot[name] !== undefined
  const differs = (name: keyof Spot) => both(name) && part[name] !== spot[name]
  if (differs('raceId') || differs('car') || differs('lap') || differs('section')) return false
  return both('lap') || both('section')
}
