"""Where editors put claims, utterances and actors right: what their pages show, and what each form does."""
