//! A small corpus.

use super::article;
use dateline::model::Article;

/// Four dispatches from a river that does not exist.
pub fn wend() -> Vec<Article> {
    vec![
        article(
            "2021-05-09|Wend Courier|Ida Falk|OBERWEND",
            "Ferry runs again at Oberwend",
            "The {g:Wend River Guard} opened the crossing at {p:Oberwend} on Monday, two weeks after the flood.\n\n\
             “The water has gone down, and the ropes are new,”{said:Mira Holt} {n:Mira Holt}, who leads the {g:Guard=Wend River Guard}.\n\n\
             The ferry to {p:Lower Wend} runs every hour until dusk.",
        ),
        article(
            "2021-05-03|Tarn Post||",
            "Mill at Lower Wend closes",
            "The mill at {p:Lower Wend} ground its last corn on Friday.\n\n\
             “Nobody brings corn any more,”{told:Jonas Reet} the {g:Tarn Post} {n:Jonas Reet}.",
        ),
        article(
            "2020-11-20|Wend Courier||",
            "River Guard drills with Millers’ Union",
            "The {g:Wend River Guard} and the {g:Millers’ Union} built a dam of sandbags near {p:Oberwend}.\n\n\
             {n:Holt=Mira Holt} watched from the bank.",
        ),
        article("|||", "A quiet winter on the Tarn", "Nothing happened in {p:Tarnholm}, and nobody minded."),
    ]
}
