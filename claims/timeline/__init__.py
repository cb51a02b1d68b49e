"""The questions that pages ask of the record; each answer is one frozen value, ready to be shown."""
