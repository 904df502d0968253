"""What an author wrote: the model, the strict reader, the rules and the library. Makes no HTML."""
