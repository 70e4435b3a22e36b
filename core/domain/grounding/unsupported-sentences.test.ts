import { expect, test } from 'vitest'
import { checkSentence } from './check-sentence.ts'
import { barberFacts, barberScope, labelled } from './fixtures.ts'

/** What a fluent model might say of car 13 in race 1 at Barber; none of it is in the facts of fixtures.ts. */
const unsupported = `
You are the quickest car in Section 2.
You won the race.
You finished behind car 22.
Car 22 finished P14.
On lap 5 car 22 lost two places.
You lost two places to car 22 on lap 5.
You lost two places to car 13 on lap 5.
You got past car 93 on lap 5.
You lose most of your time in Section 1.
You lose time in Section 3.
You gain time in Section 2.
Section 3 is your weakest section.
Section 1 and Section 3 are worse than Section 2.
Only Section 2 is off the quick quarter.
You did 24 laps.
No car was slower in any section.
Watch car 51 in Section 2: hardly slower than you.
You are 0.548 s off.
In Sections 1 and 2 you are 0.548 s off the quick quarter.
Your best lap was 1:37.428, in Race 2.
Your best lap on Sunday was 1:37.428.
The fastest lap of the race was 1:37.428.
Your median is 1:37.900 and car 22's is 1:38.211.
Car 22 has a median of 1:37.900, worse than yours.
You were 0.42 s slower than in Race 2.
The weather changed the race.
You fell from P18 to P14.
You dropped from P14 to P18.
Next race run: half a second in Section 2.
Turns 5–11 are in Section 1.
Give me your number.
The wind made you slow in Section 2.
The wind helped you in Section 3.
The heat was the reason.
The air brought 0.548 s in Section 2.
The restart gave you two places on lap 5.
You dropped from P14 to P18.
You went from P14 to P18.
You were half a second and two tenths off the quick quarter in Section 2.
You are a few tenths off the quick quarter in Section 2.
You are several tenths off.
You are tenths off the quick quarter in Section 2.
You are miles off the quick quarter.
You are twice as slow as the quick quarter in Section 2.
You are seconds off.
You are a lap behind car 22.
You are two laps behind car 22.
You are within a tenth of car 22.
You are within a second of car 22 in Section 2.
Nobody is quicker than you in Section 2.
No car was quicker than you in Section 2.
There is nothing to gain in Section 2.
There is no gap in Section 2.
Both car 13 and car 22 are off the quick quarter.
Car 13 and car 22 are 0.548 s off the quick quarter in Section 2.
Neither Section 1 nor Section 2 is off the quick quarter.
You are 0.548 s off the quick quarter everywhere.
In the second half of Section 2 you are 0.548 s off the quick quarter.
Up to the mid loop in Section 2 you are 0.548 s off the quick quarter.
On every lap you are 0.548 s off the quick quarter in Section 2.
In Section 2 you were 0.548 s off the quick quarter on lap 8.
In Section 2 you were 0.548 s off the quick quarter, on lap 8.
After lap 8 you were P18.
After lap 1 you were P14.
On lap 1 you were P14.
Lap 8, 1:37.428, was slower than your median.
Your best lap is 0.78 s quicker than your median.
Your best lap, 1:37.428, is slower than your median of 1:38.211.
Your median of 1:38.211 is quicker than your best lap of 1:37.428.
It is 0.548 s to the quick quarter in Section 2, where car 22 leads.
The quick quarter is 0.548 s slower than you in Section 2.
You beat the quick quarter by 0.548 s in Section 2.
You trail by 0.548 s in Section 2.
Half a second quicker than the quick quarter: that is Section 2.
Section 2: half a second up on the quick quarter.
Section 2: half a second better than the quick quarter.
Section 2: half a second, quicker than the quick quarter.
Your strength is Section 2, 16th of 22.
You are 16th of 22 in Section 2, the best.
Section 3 is 0.03 s off the quick quarter.
Section 3 is 0.03 s slower than the quick quarter.
Section 3 is the furthest off.
Section 3 costs you 0.03 s.
You lost half a second to car 22 in Section 2.
Car 51 lost half a second in Section 2.
Car 51's best lap is lap 26.
Car 51 did its best lap on lap 26.
Look at lap 26 of car 22.
Look at lap 8 of car 51 in Section 2.
Look at lap 8 of car 22.
Your lap 26 is worth watching.
Compare lap 8 and lap 26.
Put lap 26 of car 51 beside your lap 8.
Your best lap came in the last five laps.
Your best lap came in the wet.
It was a wet race.
It was dry.
It rained.
The race was under yellow on lap 8.
The race restarted on lap 5.
You pitted on lap 5.
You stopped on lap 5.
You spun on lap 5.
Your engine was slow.
You were slow because of the air.
You were slow due to wind.
You braked early. You were slow.
Section 2 is about braking.
The line matters in Section 2.
With more commitment you find 0.548 s in Section 2.
Try braking later in Section 2.
Try a higher gear in Section 2.
Perhaps 0.5 s comes from braking in Section 2.
Traffic may explain it on lap 5.
Hypothesis: the tyres were gone after 12 laps.
Hypothesis: the tyres were gone after lap 12.
Hypothesis: you are quicker than car 51 in Section 2.
You finished P14 of 22.
P14 of 22.
You started P18.
You won from P18.
You finished 14th of 22 cars.
14th in Section 2.
In Section 2 you are P14.
Your pace is P14.
Your pace was 1:37.428.
Your 1:37.428 pace is fine.
1:37.428 is the composite.
1:37.428 was driven by car 51.
You drove 1:37.428 in Section 2.
You drove 1:37.428 on lap 5.
1:37.428 on lap 5 and 0.548 s.
The consistency score of car 22 is 96.
96 of 100 is the best score.
Score: 96 of 100 laps.
On lap 8 the air was 27.3 °C.
The air was 27.3 °C, the highest.
The air was 27.3 °C, higher than in Race 2.
The track changed.
The track did not change.
In Section 2 your best lap is 0.97 s off the composite.
In Section 2 you are 0.97 s off the composite.
You are 0.97 s quicker than the composite.
Your best lap is 0.97 s quicker than the composite.
The composite is 0.97 s slower than your best lap.
Your best lap is 0.97 s off.
You lead by 0.03 s in Section 3.
In Section 2 there is 0.55 s to the composite.
In Section 3 there is 0.03 s to the quick quarter.
In Section 2 there is 0.55 s to car 22.
In Section 1 there is 0.55 s to the quick quarter.
You lead the quick quarter by 0.55 s in Section 2.
You trail car 22 by 0.55 s in Section 2.
You trail brake in Section 2.
The wind puts you 16th in Section 2.
Your best lap is not 0.97 s off the composite.
`

test.each(unsupported.trim().split('\n'))('%j is withheld', (draft) => {
  expect(checkSentence(draft, labelled(barberFacts), barberScope)).toMatchObject({ passed: false })
})
