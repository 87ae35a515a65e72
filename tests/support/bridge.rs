//! A story that two houses tell.

use super::article;
use dateline::model::Article;

const FIRST: &str = "The old bridge at {p:Oberwend} was closed on Monday after a beam had cracked under the weight of a cart.\n\n\
     Engineers of the {g:Wend River Guard} measured the gap and found it two fingers wide.\n\n\
     The ferry carries the market people across until the carpenters have come.";
const SECOND: &str = "A beam of the bridge is broken, our reporter says.\n\n\
     The old bridge at {p:Oberwend} was closed on Monday after a beam had cracked under the weight of a cart.\n\n\
     Engineers of the {g:Wend River Guard} measured the gap and found it three fingers wide.\n\n\
     The ferry carries the market people across until the carpenters have come.";

/// One story in two versions.
pub fn bridge() -> Vec<Article> {
    vec![article("2021-05-20|Tarn Post||", "Bridge closed", FIRST), article("2021-05-21|Wend Courier||", "Broken beam", SECOND)]
}
