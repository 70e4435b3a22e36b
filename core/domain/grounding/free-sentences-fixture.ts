/** What was refused once though it is true, by its kind, and what stands near it and is a lie. */
export const freeSentences: Readonly<Record<string, { truths: string; lies: string }>> = {
  'one figure in two sections': {
    truths: `
      You are further off the quick quarter in Section 2 than in Section 1.
      You are closer to the quick quarter in Section 1 than in Section 2.`,
    lies: `
      You are further off the quick quarter in Section 1 than in Section 2.
      You are closer to the quick quarter in Section 2 than in Section 1.
      You are further off the composite in Section 2 than in Section 1.
      You are further off the quick quarter in Section 2 than in Section 2 from the mid loop on.
      You are further off the quick quarter in Section 2 than in Section 4.`,
  },
  'one figure of two cars': {
    truths: `
      Your median is slower than car 22's.
      Car 22's median is quicker than yours.`,
    lies: `
      Your median is quicker than car 22's.
      Car 22's median is slower than yours.
      Your best lap is slower than car 22's.
      Your median is slower than car 51's.
      You are a lap behind car 22.`,
  },
  'the lap has its number': {
    truths: `
      Best lap 1:37.428 on lap 8, pace 0.41 s ahead of the quick quarter, over 24 green laps.
      Your best lap, 1:37.428 on lap 8, is 0.97 s off the best-case composite, 1:36.463.`,
    lies: `
      On lap 8 your pace was 0.41 s ahead of the quick quarter.
      On lap 8, your pace was 0.41 s ahead of the quick quarter.
      Best lap 1:37.428 on lap 9, pace 0.41 s ahead of the quick quarter.
      Your best lap, 1:37.428 on lap 8, is 0.97 s off the best-case composite, 1:37.390.
      On lap 8, over 24 green laps.`,
  },
  'two that are compared stand in two clauses': {
    truths: `
      Lap 9 was 1:38.009 and lap 8 1:37.428: lap 9 was 0.58 s slower.
      Lap 9 was 0.20 s quicker than your median.`,
    lies: `
      Lap 9 was 1:38.009 and lap 8 1:37.428: lap 8 was 0.58 s slower.
      Lap 9 was 1:38.009 and lap 8 1:37.428: lap 9 was 0.58 s quicker.
      Lap 9 was 1:38.009 and lap 14 1:37.428: lap 9 was 0.58 s slower.
      Lap 9 was 0.20 s slower than your median.
      Your median was 0.20 s quicker than lap 9.
      Lap 8 was 0.20 s quicker than your median.`,
  },
  'two stretches of laps': {
    truths: `
      On laps 14 to 27 you were 0.56 s slower than on laps 4 to 13.
      On laps 4 to 13 you were 0.56 s quicker than on laps 14 to 27.`,
    lies: `
      On laps 14 to 27 you were 0.56 s quicker than on laps 4 to 13.
      On laps 4 to 13 you were 0.56 s slower than on laps 14 to 27.
      On laps 14 to 27 you were 0.56 s slower than on laps 4 to 14.
      On laps 13 to 27 you were 0.56 s slower than on laps 4 to 13.
      On laps 14 and 27 you were 0.56 s slower than on laps 4 and 13.
      On lap 14 you were 0.56 s slower than on lap 4.`,
  },
  'against what, before by how much': {
    truths: `
      Against the quick quarter of the field: 0.55 s off in Section 2.
      Against the quick quarter, your pace is 0.41 s ahead.`,
    lies: `
      Against the quick quarter of the field: 0.55 s ahead in Section 2.
      Against the composite: 0.55 s off in Section 2.
      Against you, the quick quarter is 0.55 s ahead in Section 3.
      Against you, the quick quarter is 0.41 s ahead.`,
  },
  'an interval': {
    truths: `
      Your pace is 0.41 s ahead of the quick quarter; anything from 0.69 s to 0.24 s ahead fits your laps.`,
    lies: `
      Your pace is 0.41 s ahead of the quick quarter; anything from 0.69 s to 0.24 s off fits your laps.
      Your pace is 0.41 s ahead of the quick quarter; anything from 0.69 s ahead fits your laps.`,
  },
  'the plain trend': {
    truths: `
      As driven, your laps became 0.047 s a lap slower.`,
    lies: `
      As driven, your laps became 0.047 s a lap quicker.
      Against the field your laps became 0.047 s a lap slower.
      As driven, your laps became 0.074 s a lap slower.
      As driven, your laps became 0.047 s slower.`,
  },
  'places and the results': {
    truths: `
      You ended lap 1 in P18.
      The highest place at the line was P12 on lap 14, the lowest P19 on lap 4.
      In the results you are P14.`,
    lies: `
      You ended lap 1 in P14.
      You ended lap 9 in P18.
      The lowest place at the line was P12 on lap 14.
      The highest place at the line was P12 on lap 4.
      In the results you are P12.`,
  },
  'the ideal lap of all laps and of green ones': {
    truths: `
      Your ideal lap is 1:37.390.
      Your own best sections put together make 1:37.390.
      Your ideal lap of green laps is 1:37.395.`,
    lies: `
      Your ideal lap is 1:37.395.
      Your ideal lap of green laps is 1:37.390.
      Your ideal lap is 24 laps.
      Your ideal lap is 24.`,
  },
  'the best of a section': {
    truths: `
      The best single time in Section 2 is 42.380 s.
      The best time in Section 2 was 42.380 s, set by car 51.`,
    lies: `
      The best single time in Section 1 is 42.380 s.
      The best time in Section 2 was 42.380 s, set by car 72.
      Your best in Section 2 is 42.380 s.
      The median in Section 2 is 42.380 s.`,
  },
  'laps that count': {
    truths: `
      24 of your 27 laps count.`,
    lies: `
      27 of your 24 laps count.
      24 of your 27 laps do not count.`,
  },
  'a stretch of quick laps': {
    truths: `
      Your longest run quicker than your own pace was laps 4 to 13: 10 laps in a row.`,
    lies: `
      Your longest run slower than your own pace was laps 4 to 13: 10 laps in a row.
      Your longest run quicker than your own pace was laps 4 to 14: 10 laps in a row.
      Your longest run quicker than your own pace was laps 4 to 13: 24 laps in a row.`,
  },
  'mean and median': {
    truths: `
      Your average lap was 1:38.020; your quicker laps pull the mean down.`,
    lies: `
      Your average lap was 1:38.020; your slower laps pull the mean up.`,
  },
  'the track': {
    truths: `
      The field itself was slowest on lap 4 and quickest on lap 14, 1.00 s apart.
      The track hardly changed.`,
    lies: `
      The field itself was quickest on lap 4 and slowest on lap 14, 1.00 s apart.
      You were slowest on lap 4.
      Your laps were 1.00 s apart.
      The track changed.`,
  },
  'a date': {
    truths: `
      The race was on 6 September 2025.`,
    lies: `
      Your best lap is 6 September 2025.
      The green laps of all cars is 6 September 2025.`,
  },
  'all and nothing': {
    truths: `
      Timing does not say why.`,
    lies: `
      Nothing is off the quick quarter.
      No section is off the quick quarter.
      Car 13 led at the end of lap 9.
      No trend beyond chance.`,
  },
}
