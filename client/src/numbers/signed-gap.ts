import { formatTime } from '#core/domain/time.ts'

/** 965 is '+0.965', −304 is '−0.304' with a true minus; what rounds to nothing is '0.000'. */
export function signedGap(ms: number): string {
  const text = formatTime(ms)
  if (/^−?0\.000$/.test(text)) return '0.000'
  return text.startsWith('−') ? text : `+${text}`
}
