"""What sheets are called that people fill in; divided by bars, compared folded."""

from __future__ import annotations

from typing import Final

#: A line with one of these is about the form it stands on: who fills it in, where it is kept, that what stands above is true.
FORMS: Final = (
    "استمارة|الاستمارة|لاستمارة|بالاستمارة|استمارته|استمارات|الاستمارات|نموذج|النموذج|بالنموذج|ما ورد أعلاه|ما ذكر أعلاه|المعلومات أعلاه"
    "|البيانات أعلاه|المعلومات المذكورة|البيانات المذكورة|الموقع أدناه|فرم|پرسشنامه|form|forms|questionnaire|the above is true"
    "|the above information|information given above|the undersigned|formulaire|fiche|formu|formunu|bu form"
)
