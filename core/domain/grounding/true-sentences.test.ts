import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, labelled } from './fixtures.ts'

/** What a fluent model may say of car 13 in race 1 at Barber in its own words; all of it is in the facts of fixtures.ts. */
const free = `
In Section 2 you are 0.548 s off the quick quarter.
Section 2 is where you are slowest against the quick quarter: 0.55 s off.
You are about half a second off the quick quarter in Section 2.
You are half a second slower than the quick quarter in Section 2.
In Section 2, the quick quarter is [F2] quicker than you.
Your pace in Section 2 is 16th of 22 cars.
In Section 2 your pace ranks 16th of 22.
By pace you are 16th of 22 in Section 2.
You rank 16th in Section 2 by pace.
Section 2 is the biggest part, 0.55 s off the quick quarter over 24 green laps.
In Section 1 you are 0.11 s off the quick quarter, in Section 2 0.55 s off.
In Section 1 you are a tenth off the quick quarter.
In Section 3 you are 0.03 s ahead of the quick quarter.
Your best lap was 1:37.428 on lap 8.
Your best lap, 1:37.428, came on lap 8.
You set your best lap, 1:37.428, on lap 8.
On lap 8 you drove your best lap, 1:37.428.
Your best lap is 1.0 s off the composite.
You are 1.0 s off the composite on your best lap.
On your best lap you were 0.97 s off the composite.
Your best lap was 0.965 s slower than the composite.
The composite is 0.97 s quicker than your best lap.
In Section 2 your pace puts you 16th of 22.
In Section 2 you are 0.55 s off the quick quarter over 24 green laps.
You give away 0.55 s to the quick quarter in Section 2.
Officially you finished P14.
In Section 2 there is 0.55 s to the quick quarter.
You trail the quick quarter by 0.55 s in Section 2.
You lead the quick quarter by 0.03 s in Section 3.
Your median lap is 1:38.211.
Your median is 1:38.211, that of car 22 is 1:37.900.
Your median of 1:38.211 is slower than car 22's 1:37.900.
Car 22's median is 1:37.900, quicker than yours.
Your consistency score is 96 of 100.
Half of your laps lie within ±0.21 s.
You finished P14.
You finished 14th.
You ended up P14.
After lap 1 you were P18.
From P18 after lap 1 you came to P14.
On lap 5 you lost two places to car 93.
You lost two places on lap 5, to car 93.
Watch car 51 on lap 26 in Section 2.
Watch car 51's lap 26: in Section 2 it is 0.31 s quicker.
Car 51 is 0.31 s quicker than you in Section 2.
In Section 2 car 51 is quicker than you by 0.31 s.
Look at lap 26 of car 51 in Section 2.
You are improving against the field.
You gained on the field: 0.021 s a lap.
Your trend against the field is 0.021 s a lap, you are improving.
On lap 8 your top speed was 182.4 km/h.
Your top speed on lap 8 was 182 km/h.
The air was 27 °C on average.
The average air temperature was 27.3 °C.
Section 2 runs from Turn 5 to Turn 11.
Section 2 stands out.
Section 2 is your biggest part.
Start with Section 2.
`

test('of true sentences in free words nine in ten pass at least', () => {
  const given = labelled(barberFacts)
  const all = free.trim().split('\n')
  const withheld = all.flatMap((text) => {
    const checked = checkSentence(text, given, barberScope)
    return checked.passed ? [] : [`${checked.reason.code} ${checked.reason.detail ?? ''}: ${text}`]
  })
  // The sentences come first, so that a failure shows them.
  expect({ withheld, share: 1 - withheld.length / all.length }).toSatisfy(
    ({ share }: { share: number }) => share >= 0.9,
  )
})
