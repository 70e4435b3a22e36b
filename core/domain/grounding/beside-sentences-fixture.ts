/** What was told as another figure's beside it, or refused for it: what is true, and what is a lie. */
export const besideSentences: Readonly<Record<string, { truths: string; lies: string }>> = {
  'of two figures beside each other the one that is named': {
    truths: `
      Compared to car 51, you are 0.31 s slower in Section 2.
      Car 51 set the best time in Section 2 with 42.380 s.
      You were as high as P12 on lap 14.
      You were as low as P19 on lap 4.`,
    lies: `
      In Section 2 you are 0.31 s off the quick quarter over 24 green laps.
      Compared to the quickest quarter of the field, you are 0.31 s slower in Section 2.
      Compared to car 51, you are 0.55 s slower in Section 2.
      With 0.97 s, your best lap is 0.97 s slower than the composite.
      There was 1:37.428 between your best lap and your ideal lap.
      Your best lap has a gap of 1:37.428 to your ideal lap.
      You were as high as P19 on lap 4.
      You were as low as P12 on lap 14.
      Your best lap of 1:37.428 was 0.93 s off the best-case composite.
      The best single time in Section 2 is 42.380 s, by car 22.
      Car 22 set the best time in Section 2 with 42.380 s.
      [F61] set the best time in Section 2 with 42.380 s.
      Your best time in Section 2 was 42.380 s.
      The best single time in Section 2 is 42.380 s by car 22.`,
  },
  'a figure of the whole field': {
    truths: `
      The field averaged 1:39.514.
      The field averaged 1:39.514 over 3 cars.`,
    lies: `
      You averaged 1:39.514.
      Your mean lap is 1:39.514.
      Car 22 averaged 1:39.514.
      The field averaged 1:38.020.
      The median of the field is 1:39.514.
      The field's best lap is 1:39.514.`,
  },
  'places won, and none lost': {
    truths: `
      After lap 1 you won 4 places and lost 0.
      After lap 1 you were P18, and you finished P14.
      You won 4 places and lost 0 after lap 1.`,
    lies: `
      After lap 1 you won 0 places and lost 4.
      After lap 1 you lost 4 places and won 0.
      After lap 1 you were P18, and on lap 9 you were P14.
      After lap 1 you were P14, and you finished P18.
      On lap 5 you won 4 places and lost 0.
      After lap 1 you won 4 laps and lost 0.`,
  },
  'laps of all laps': {
    truths: `
      24 of your 27 laps were green laps.
      Out of 27 laps, 24 were green.
      Your best sections put together make 1:37.390, from laps 8 and 9.
      On laps 14 to 27 you were 0.56 s slower than on laps 4 to 13: medians over 14 and 10 green laps.`,
    lies: `
      27 of your 24 laps were green laps.
      Out of 24 laps, 27 were green.
      Your best sections put together make 1:37.390, from laps 8 and 14.
      On laps 14 to 27 you were 0.56 s slower than on laps 4 to 13: medians over 10 and 24 green laps.`,
  },
  'the largest part of the spread': {
    truths: `
      Section 1 makes the largest part of your spread, 42 %.`,
    lies: `
      Section 2 makes the largest part of your spread, 31 %.
      Section 2 makes the largest part of your spread, 42 %.`,
  },
}
