const taken = '(?:no,? wait|no,? sorry|sorry|wait|i mean|i meant|make that|correction|or rather)'
const pattern = new RegExp(
  `\\b(?<noun>(?:car|number|no\\.|lap|race|section|turn) )\\d{1,3}\\b(?<between>[^?]{0,60}?)[ ,-]+(?:no,? )?${taken}[ ,-]+\\k<noun>(?<meant>\\d{1,3})\\b`,
  'g',
)

/** "Lap 12 n 13", "top speed n who was quicker": as thumbs write it. */
const thumbed = /(?<=[\w,] )(?:n|nd|&)(?= \w)/g

/** "Number 18 at Sebring - no wait, number 21": what was taken back is not said. */
export function corrected(text: string): string {
  return text.replaceAll(pattern, '$<noun>$<meant>$<between>').replaceAll(thumbed, 'and')
}
