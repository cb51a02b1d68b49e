"""Where editors put claims and utterances right: what their pages show, and what each form does."""
