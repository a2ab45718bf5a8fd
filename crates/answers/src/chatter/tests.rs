use super::*;

/// A scene of a chapter with this title.
const fn of(title: &str) -> SceneRequest<'_> {
    SceneRequest { title, beats: &[] }
}

const SCENE: &str = "Mara climbs the stairs of the lighthouse with the lamp in her left hand, and the iron is wet \
                     under her shoes.\n\n“Who is there?” she asks.\n\nShe sits down on the last step and counts.";

/// What is said before a scene and after it, and how many lines of it are told.
const AROUND: &[(&str, &str, usize)] = &[
    ("Sure, here is scene 1 of the chapter:\n\n", "", 1),
    (
        "Certainly! Below is the scene, written in about 60 words of prose.\n\n",
        "",
        1,
    ),
    (
        "Okay, let's write this scene with a quiet, uneasy tone.\n\n",
        "",
        1,
    ),
    ("Of course! Here’s the revised version:\n", "", 1),
    ("Here is the chapter:\n\n---\n\n", "", 1),
    ("# Chapter 1: Part 1\n\n", "", 1),
    ("**Chapter One: The Light**\n\n", "", 1),
    ("Scene 1:\n\n", "", 1),
    ("Chapter 1\nPart 1\n\n", "", 2),
    ("[Scene 2]\n\n", "", 1),
    ("Title: The Light\n\n", "", 1),
    ("Hier ist die Szene:\n\n", "", 1),
    ("Natürlich! Hier ist das Kapitel:\n\n", "", 1),
    ("Voici la scène :\n\n", "", 1),
    ("好的，以下是第一章的内容：\n\n", "", 1),
    ("```markdown\n", "\n```", 0),
    ("", "\n\nThe End.", 1),
    ("", "\n\n*** THE END ***", 1),
    ("", "\n\n[END]", 1),
    ("", "\n\n(End of Chapter 1)", 1),
    ("", "\n\n(Word count: 95)", 1),
    ("", "\n\n[97 words]", 1),
    ("", "\n\n**Word count:** 97", 1),
    (
        "",
        "\n\nAuthor's Note: I kept the brother's voice ambiguous on purpose.",
        1,
    ),
    (
        "",
        "\n\nWould you like me to continue with the next scene?",
        1,
    ),
    ("", "\n\nLet me know if you'd like any changes!", 1),
    ("", "\n\n---\n\n*Next: Mara goes down to the harbour.*", 1),
    ("", "\n\nUser: go on", 1),
    ("assistant\n\n", "", 1),
    ("Output:\n\n", "", 1),
    ("**Answer:**\n\n", "", 1),
    ("Draft 1:\n\n", "", 1),
    ("Revised version:\n\n", "", 1),
    ("(continuing)\n\n", "", 1),
    ("Here we go:\n\n", "", 1),
    (
        "Here's a draft of the scene based on your beats.\n\n",
        "",
        1,
    ),
    (
        "What a wonderful premise! Here is my attempt at the scene:\n\n",
        "",
        1,
    ),
    (
        "As requested, here is the next scene of the chapter:\n\n",
        "",
        1,
    ),
    ("I'd be happy to write this scene for you!\n\n", "", 1),
    ("Chapitre premier\n\n", "", 1),
    ("Chapter Twenty-One\n\n", "", 1),
    ("Глава 1\n\n", "", 1),
    (
        "Beat 1: Mara climbs the stairs of the lighthouse.\n\n",
        "",
        1,
    ),
    (
        "Scene plan:\n- Goal: to hear him\n- Conflict: the wind\n\n",
        "",
        3,
    ),
    ("---\n\n", "", 0),
    ("***\n\n", "", 0),
    ("", "\n\nFIN.", 1),
    (
        "",
        "\n\nSummary: Mara climbs the stairs and hears her brother.",
        1,
    ),
    (
        "",
        "\n\nThis scene establishes Mara's longing and sets up the conflict.",
        1,
    ),
    ("", "\n\n(OOC: want me to go on?)", 1),
    ("", "\n\nNote: I kept the scene short.", 1),
    ("", "\n\n*Next time: the harbour.*", 1),
    ("", "\n\nWhat happens next? Shall I proceed to Scene 2?", 1),
    ("", "\n\n✨ Would you like the next part? ✨", 1),
    (
        "",
        "\n\n---\n\n**Notes:**\n- Kept POV tight\n- Hinted at the brother",
        1,
    ),
    (
        "Sure! Here is the scene:\n\n---\n\n",
        "\n\n---\n\nLet me know if you want me to adjust the tone.",
        2,
    ),
];

#[test]
fn what_is_said_around_a_scene_is_left_out_and_told() {
    for &(before, after, left_out) in AROUND {
        let cleaned = clean(&format!("{before}{SCENE}{after}"), of("Part 1"));
        assert_eq!(cleaned.text, SCENE, "{before}{after}");
        assert_eq!(cleaned.left_out.len(), left_out, "{:?}", cleaned.left_out);
    }
}

#[test]
fn what_may_be_the_story_stays() {
    for text in [
        SCENE.to_owned(),
        format!("Here is the story of my life:\n\n{SCENE}"),
        format!("Let me tell you the story of my father.\n\n{SCENE}"),
        format!("“Sure, here is the chapter:” he read.\n\n{SCENE}"),
        format!("Sure as the tide, he came.\n\n{SCENE}"),
        format!("Okay, she thought. The scene was set.\n\n{SCENE}"),
        format!("Chapter and verse, he knew it all.\n\n{SCENE}"),
        format!("Scene stealers, all of them.\n\n{SCENE}"),
        format!("{SCENE}\n\nIt was the end."),
        format!("{SCENE}\n\nEnd."),
        format!("{SCENE}\n\nUsers of the harbour complained."),
        format!("{SCENE}\n\nLet me know when you come."),
        format!("{SCENE}\n\nI hope you know that I loved you."),
        format!("{SCENE}\n\nNext morning the boat was gone."),
        format!("{SCENE}\n\n“The end,” she said."),
        format!("{SCENE}\n\nHe had said it in three words."),
        format!("{SCENE}\n\n* * *\n\nShe slept."),
        format!("Assistant to the keeper, that was he.\n\n{SCENE}"),
        format!("Here is my answer.\n\n{SCENE}"),
        format!("All right, here's the story: my mother never learned to swim.\n\n{SCENE}"),
        format!("Let's go.\n\n{SCENE}"),
        format!("{SCENE}\n\nNext time she would tell him the truth: she had never loved the sea."),
        format!("{SCENE}\n\n*Next time, I'll go alone.*"),
        format!("{SCENE}\n\nNote: I have gone to the lighthouse. Do not follow."),
        format!("{SCENE}\n\nThis chapter should have ended there."),
        format!("{SCENE}\n\n— Souhaitez-vous que je continue ?"),
        format!("It was a bad idea. Here is the man who had it:\n\n{SCENE}"),
        format!("Beat by beat the drum went on.\n\n{SCENE}"),
        format!("{SCENE}\n\nThis scene he knew by heart."),
        format!("{SCENE}\n\nWhat happens next?"),
        format!("{SCENE}\n\nShall I go, or shall I stay?"),
        format!("{SCENE}\n\nThree things were on the list:\n- a lamp\n- a rope"),
        "No.\n\nNo.\n\nNo.".to_owned(),
        "Scene 1:".to_owned(),
        "The End.".to_owned(),
    ] {
        let cleaned = clean(&text, of("Part 1"));
        assert_eq!(cleaned.text, text);
        assert!(cleaned.left_out.is_empty(), "{:?}", cleaned.left_out);
    }
}

#[test]
fn a_paragraph_twice_in_a_row_stands_once() {
    let first = SCENE.split("\n\n").next().expect("a paragraph");
    let cleaned = clean(&format!("{first}\n\n{SCENE}"), of(""));
    assert_eq!(
        (cleaned.text.as_str(), cleaned.left_out.as_slice()),
        (SCENE, &[first.to_owned()][..])
    );
}

#[test]
fn a_scene_that_came_as_json_is_a_scene() {
    let boxed = serde_json::json!({"scene": format!("# The Light\n\n{SCENE}\n\nThe End."), "word_count": 97});
    let cleaned = clean(&boxed.to_string(), of(""));
    assert_eq!(cleaned.text, SCENE);
    assert_eq!(cleaned.left_out, ["# The Light", "The End."]);
}

#[test]
fn tags_of_paragraphs_become_paragraphs() {
    let tagged = format!("<p>{}</p>", SCENE.replace("\n\n", "</p>\n\n<p>"));
    assert_eq!(clean(&tagged, of("")).text, SCENE);
    let tagged = SCENE.replace("\n\n", "<br><br>");
    assert_eq!(clean(&tagged, of("")).text, SCENE);
}

#[test]
fn an_opening_is_left_out_while_the_scene_is_written() {
    for (text, rest) in [
        ("Sure, here is the scene:", "Sure, here is the scene:"),
        (
            "Sure, here is the scene:\n\n",
            "Sure, here is the scene:\n\n",
        ),
        ("Sure, here is the scene:\n\nMar", "Mar"),
        ("# The Light\n\nSure, here is the scene:\n\nMar", "Mar"),
        ("Mara climbs.\n\nShe", "Mara climbs.\n\nShe"),
    ] {
        assert_eq!(clean_opening(text, "").text, rest, "{text}");
    }
}

#[test]
fn thoughts_and_a_list_of_the_beats_before_a_scene_are_left_out_once_it_is_whole() {
    let beats = ["Mara climbs the stairs.".to_owned()];
    let asked = SceneRequest {
        beats: &beats,
        ..SceneRequest::default()
    };
    let thoughts = "**Thinking:** I open with the lamp.";
    let list = "1. Mara climbs the stairs.";
    for (before, left_out) in [
        (format!("{thoughts}\n\n"), vec![thoughts]),
        (format!("{list}\n\n"), vec![list]),
        (
            format!("Sure, here is the scene:\n\n{thoughts}\n\n{list}\n\n---\n\n"),
            vec!["Sure, here is the scene:", thoughts, list],
        ),
    ] {
        let cleaned = clean(&format!("{before}{SCENE}"), asked);
        assert_eq!(cleaned.text, SCENE, "{before}");
        assert_eq!(cleaned.left_out, left_out, "{before}");
    }
    // While it is written, nobody knows where its thoughts end.
    let written = "### Thinking\n\nThe scene is quiet.\n\nMar";
    assert_eq!(clean_opening(written, "").text, written);
    assert_eq!(
        clean(&format!("**Thinking**\n\n{SCENE}"), asked)
            .left_out
            .len(),
        0
    );
}
