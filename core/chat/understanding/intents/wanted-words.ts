/** What is wanted of the laps, to stand in "I could not take … into account". */
export const wantedWords = {
  row: '“in a row”',
  nth: 'which one in the order you asked for',
  limit: 'the limit that you named',
  within: 'the limit that you named',
  side: 'the limit that you named',
  close: 'the limit that you named',
  nearest: 'which one is nearest',
  clock: 'the time of day',
  difference: 'the difference',
  sum: 'the sum',
  worth: 'the time that you named',
} as const
