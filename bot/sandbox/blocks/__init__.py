"""Block Kit as Slack checks it: what is refused, with the place in the blocks.

Limits are those of docs.slack.dev/reference/block-kit (blocks, block-elements, composition-objects)
and docs.slack.dev/reference/views.
"""
