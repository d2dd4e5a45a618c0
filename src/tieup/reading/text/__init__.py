"""The text: its spans, sentences and quotations, its numbers, and which patterns it can match."""
